// Names every element that the keyboard must reach, in the order of the document.
() => {
    const REACHED = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
    const shown = element => element.checkVisibility({checkVisibilityCSS: true}) && element.getClientRects().length > 0;
    // Of radio buttons with one name the keyboard reaches one, and goes on from there with the arrows.
    const radios = new Set();
    const repeated = element => {
        if (element.type !== 'radio') return false;
        const name = `${element.form?.id} ${element.name}`;
        return radios.has(name) || !radios.add(name);
    };
    return [...document.querySelectorAll(REACHED)]
        .filter(element => shown(element) && !element.matches(':disabled') && !repeated(element))
        .map((element, number) => { element.dataset.stop = number; return NAME(element); });
}
