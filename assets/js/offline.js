// Lets the worker at the root keep this page, with all that it has loaded, for places without signal.
const worker = navigator.serviceWorker;

addEventListener("load", () => worker?.register(new URL("../../sw.js", import.meta.url)).then(() => worker.ready).then(at => at.active.postMessage([location.href, ...performance.getEntries().map(one => one.name)])).catch(() => {}));
