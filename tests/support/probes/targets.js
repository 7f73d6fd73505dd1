// Names what can be pointed at but is smaller than 24 by 24 CSS px (WCAG 2.2, 2.5.8), save what the rule lets pass:
// a target in a line of text, and a small one with enough room around it.
() => {
    const LEAST = 24;
    const POINTED_AT = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, label:has(input),'
        + ' [role=button], [role=link], [role=checkbox], [role=tab], [tabindex]:not([tabindex="-1"])';
    const shown = element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})
        && !element.matches(':disabled') && element.getClientRects().length > 0;
    const clippedAway = box => box.width <= 1 || box.height <= 1 || box.right <= 0 || box.bottom + scrollY <= 0;
    // A control in a label is pointed at by its label; what lies in a link is the link.
    const outermost = element => !element.parentElement?.closest(POINTED_AT);
    const inText = element => {
        if (getComputedStyle(element).display !== 'inline') return false;
        let block = element.parentElement;
        while (getComputedStyle(block).display === 'inline') block = block.parentElement;
        const words = text => text.replace(/[\s·›»,;:|/–—()]+/g, '');
        const own = [...block.querySelectorAll(POINTED_AT)].reduce((sum, one) => sum + words(one.textContent).length, 0);
        return words(block.textContent).length > own || element.getClientRects().length > 1;
    };
    const targets = [...document.querySelectorAll(POINTED_AT)].filter(shown).filter(outermost)
        .map(element => ({element, box: element.getBoundingClientRect()})).filter(({box}) => !clippedAway(box));
    const small = ({box}) => box.width < LEAST - 0.5 || box.height < LEAST - 0.5;
    const middle = ({box}) => [box.left + box.width / 2, box.top + box.height / 2];
    const crowded = target => targets.some(other => {
        if (other === target) return false;
        const [x, y] = middle(target);
        if (small(other)) {
            const [otherX, otherY] = middle(other);
            return Math.hypot(x - otherX, y - otherY) < LEAST - 0.5;
        }
        // A link that runs over two lines is as many boxes.
        return [...other.element.getClientRects()].some(rect => {
            const dx = Math.max(rect.left - x, 0, x - rect.right);
            const dy = Math.max(rect.top - y, 0, y - rect.bottom);
            return Math.hypot(dx, dy) < LEAST / 2 - 0.5;
        });
    });
    return targets.filter(small).filter(({element}) => !inText(element)).filter(crowded)
        .map(({element, box}) => `${Math.round(box.width)} × ${Math.round(box.height)} px: ${NAME(element)}`);
}
