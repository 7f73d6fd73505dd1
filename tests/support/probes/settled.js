// Waits until the page's scripts have nothing more to add: two idle moments in a row without a new element.
() => new Promise(resolve => {
    let added = false, quiet = 0;
    const observer = new MutationObserver(() => { added = true; });
    observer.observe(document, {childList: true, subtree: true});
    const look = () => {
        quiet = added ? 0 : quiet + 1;
        added = false;
        if (quiet < 2) return requestIdleCallback(look);
        observer.disconnect();
        resolve();
    };
    requestIdleCallback(look);
})
