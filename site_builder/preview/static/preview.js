// Loads this page anew when the site has been built anew, and lays faults over it. Only the preview sends it.
(() => {
  "use strict";
  const { token, tree } = document.currentScript.dataset;
  const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/livereload?token=${token}`;
  const again_ms = 1000;
  let wasOpen = false;
  let layer = null;

  function connect() {
    const socket = new WebSocket(address);
    const say = (message) => socket.send(JSON.stringify(message));
    socket.addEventListener("open", () => {
      wasOpen = true;
      say({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] });
    });
    socket.addEventListener("message", (event) => {
      const message = JSON.parse(event.data);
      if (message.command === "hello") say({ command: "info", url: location.href, tree });
      else if (message.command === "reload") location.reload();
      else if (message.command === "faults") show(message);
    });
    socket.addEventListener("close", () => setTimeout(back, again_ms));
  }

  // The server went away and may be another one now, with another token: ask for the page itself.
  async function back() {
    if (!wasOpen) return;
    try {
      await fetch(location.href, { cache: "no-store" });
      location.reload();
    } catch {
      setTimeout(back, again_ms);
    }
  }

  function show({ html, close }) {
    const start = document.getElementById("sentra-preview");
    if (start) {
      if (html) start.innerHTML = html;
      return;
    }
    if (layer) layer.remove();
    layer = null;
    if (!html) return;
    layer = document.createElement("sentra-preview");
    layer.hidden = true; // until its style is there
    const root = layer.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/__preview.css";
    const shown = layer;
    style.addEventListener("load", () => { shown.hidden = false; });
    style.addEventListener("error", () => { shown.hidden = false; });
    const box = document.createElement("section");
    box.className = "faults";
    box.setAttribute("role", "alert");
    box.innerHTML = html;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = close;
    button.addEventListener("click", () => shown.remove());
    box.prepend(button);
    root.append(style, box);
    document.documentElement.append(layer);
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && layer) layer.remove();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  connect();
})();
