// Gives where texts and drawings stand in the page, to look at their pixels.
() => {
    const parts = [], shown = element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
    const add = (kind, element, box) => {
        const left = Math.max(box.left + scrollX, 0), top = box.top + scrollY;
        const right = Math.min(box.right + scrollX, document.documentElement.clientWidth);
        if (right - left >= 6 && box.height >= 6 && top >= 0)
            parts.push({kind, name: NAME(element), left, top, right, bottom: top + box.height});
    };
    for (const drawing of document.querySelectorAll('svg, img'))
        if (shown(drawing) && !drawing.parentElement.closest('svg')) add('drawing', drawing, drawing.getBoundingClientRect());
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!/[\p{L}\p{N}]/u.test(node.data) || !shown(element) || element.closest('svg') || UNSEEN(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const [first] = range.getClientRects();
        if (first) add('text', element, first);
    }
    return parts;
}
