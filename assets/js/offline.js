// Lets the worker at the root keep this page, with all that it has loaded, for places without signal.
const {serviceWorker} = navigator, root = document.querySelector("link[rel=manifest]").href;

addEventListener("load", () => serviceWorker?.register(new URL("sw.js", root)).then(() => serviceWorker.ready).then(({active}) => {
  active.postMessage([location.href, ...performance.getEntriesByType("resource").map(one => one.name)]);
}).catch(() => {}));
