// Names texts that lie on each other, that are cut off, and that stand outside the window.
() => {
    const boxes = [], faults = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.data.trim() || !element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})) continue;
        if (element.closest('svg') || UNSEEN(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) {
            if (rect.width < 2 || rect.height < 2) continue;
            // Lines may be set tight: only the middle of a line, where letters are, must be free of others.
            const inset = rect.height * 0.3;
            boxes.push({element, left: rect.left + 2, right: rect.right - 2, top: rect.top + inset, bottom: rect.bottom - inset});
        }
        for (let box = element; box && box !== document.body; box = box.parentElement) {
            const style = getComputedStyle(box);
            const cuts = /hidden|clip/;
            const wide = cuts.test(style.overflowX) && box.scrollWidth > box.clientWidth + 1;
            const high = cuts.test(style.overflowY) && box.scrollHeight > box.clientHeight + 1;
            const area = box.getBoundingClientRect(), text = range.getBoundingClientRect();
            if ((wide && (text.right > area.right + 1 || text.left < area.left - 1))
                || (high && (text.bottom > area.bottom + 1 || text.top < area.top - 1)))
                faults.add(`cut off by ${NAME(box)}: ${NAME(element)}`);
            if (/auto|scroll/.test(style.overflowX)) break; // what scrolls can be read
        }
    }
    boxes.sort((one, other) => one.top - other.top);
    for (let at = 0; at < boxes.length; at++) {
        for (let next = at + 1; next < boxes.length && boxes[next].top < boxes[at].bottom; next++) {
            const one = boxes[at], other = boxes[next];
            if (one.element === other.element) continue;
            if (one.left < other.right && other.left < one.right)
                faults.add(`on each other: ${NAME(one.element)} and ${NAME(other.element)}`);
        }
    }
    return [...faults];
}
