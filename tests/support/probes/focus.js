// Says which tab stop has the focus, and what is wrong with how that is shown.
() => {
    const element = document.activeElement;
    if (!element || element === document.body) return {stop: null, faults: []};
    const faults = [], box = element.getBoundingClientRect();
    const label = element.closest('label') ?? document.querySelector(`label[for="${CSS.escape(element.id || '-')}"]`);
    // A card may show that the link in it has the focus, a label that its hidden check box has.
    const around = [element, label, ...[1, 2, 3].map((_, up) => {
        let one = element;
        for (let step = 0; step <= up && one; step++) one = one.parentElement;
        return one;
    })].filter(Boolean);
    const outlines = around.flatMap(one => [null, '::before', '::after'].map(part => getComputedStyle(one, part)))
        .filter(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && COLOUR(style.outlineColor).alpha > 0);
    if (!outlines.length) faults.push('its focus is not outlined');
    else {
        const behind = BACKGROUND(element.parentElement);
        const ratio = Math.max(...outlines.map(style => CONTRAST(COLOUR(style.outlineColor), behind)));
        if (ratio < 3) faults.push(`its outline has a contrast of ${ratio.toFixed(2)} only`);
    }
    const onLabel = label && (box.width < 2 || box.height < 2 || getComputedStyle(element).opacity === '0');
    const seen = onLabel ? label.getBoundingClientRect() : box;
    if (seen.width < 2 || seen.height < 2) faults.push('has no size');
    const x = Math.min(Math.max(seen.left + seen.width / 2, 1), innerWidth - 2);
    const y = Math.min(Math.max(seen.top + seen.height / 2, 1), innerHeight - 2);
    if (seen.bottom < 0 || seen.top > innerHeight || seen.right < 0 || seen.left > innerWidth) faults.push('is outside the window');
    else {
        // The middle of a link that runs over two lines can lie between them.
        const rects = onLabel ? [seen] : [...element.getClientRects()];
        const hits = rects.map(rect => document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2));
        if (![...hits, document.elementFromPoint(x, y)].some(hit => hit && (element.contains(hit) || hit.contains(element) || label?.contains(hit))))
            faults.push('lies under something');
    }
    return {stop: element.dataset.stop ?? null, name: NAME(element), faults};
}
