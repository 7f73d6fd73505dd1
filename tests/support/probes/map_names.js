// Gives the height of the smallest name on a map, in pixels of the screen.
() => Math.min(...[...document.querySelectorAll('svg.map .map-name')].map(name => {
    const map = name.closest('svg.map');
    const scale = map.getBoundingClientRect().width / map.viewBox.baseVal.width;
    return parseFloat(getComputedStyle(name).fontSize) * scale;
}))
