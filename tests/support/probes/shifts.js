// Names what changed its place by itself since the page began to load.
() => new Promise(done => {
    const faults = [];
    const observer = new PerformanceObserver(list => list.getEntries().forEach(entry => {
        const moved = entry.sources.map(source => source.node?.nodeType === 1 ? NAME(source.node) : source.node?.textContent);
        faults.push(`a shift of ${entry.value.toFixed(4)}: ${moved.join('; ')}`);
    }));
    observer.observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(faults), 100);
})
