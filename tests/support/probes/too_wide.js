// Says how wide a page is that scrolls sideways, and which elements reach past the right edge.
() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return null;
    const scrolls = box => box && box !== document.body
        && (/auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX) || scrolls(box.parentElement));
    const wide = [...document.querySelectorAll('body *')].filter(element => element.checkVisibility()
        && element.getBoundingClientRect().right > edge + 0.5 && !element.closest('svg') && !scrolls(element.parentElement));
    return `${document.documentElement.scrollWidth} px: ${wide.slice(0, 4).map(NAME).join(', ')}`;
}
