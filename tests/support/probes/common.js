// What all probes share: names of elements as a person looks for them, colours and their contrast.
const NAME = element => {
    const text = (element.getAttribute('aria-label') || element.textContent).trim().replace(/\s+/g, ' ').slice(0, 40);
    const classes = element.getAttribute('class');
    return element.tagName.toLowerCase() + (element.id ? `#${element.id}` : '')
        + (classes ? `.${classes.trim().replace(/\s+/g, '.')}` : '') + (text ? ` "${text}"` : '');
};
// What is there for screen readers only, and what waits above the page until it has the focus.
const UNSEEN = element => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
        const {width, height, right, bottom} = box.getBoundingClientRect();
        const style = getComputedStyle(box);
        if (style.overflowX !== 'visible' && (width <= 1 || height <= 1)) return true;
        if (/absolute|fixed/.test(style.position) && (right <= 0 || bottom + scrollY <= 0)) return true;
    }
    return false;
};
const COLOUR = (() => {
    // The browser itself reads whatever form a colour is written in.
    const context = Object.assign(document.createElement('canvas'), {width: 1, height: 1})
        .getContext('2d', {willReadFrequently: true});
    const known = new Map();
    return text => {
        if (!known.has(text)) {
            context.clearRect(0, 0, 1, 1);
            context.fillStyle = text;
            context.fillRect(0, 0, 1, 1);
            const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
            known.set(text, {red, green, blue, alpha: alpha / 255});
        }
        return known.get(text);
    };
})();
const BACKGROUND = element => {
    for (; element; element = element.parentElement) {
        const colour = COLOUR(getComputedStyle(element).backgroundColor);
        if (colour.alpha > 0.5) return colour;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? COLOUR('#121212') : COLOUR('#fff');
};
const LUMINANCE = colour => [['red', 0.2126], ['green', 0.7152], ['blue', 0.0722]].reduce((sum, [name, share]) => {
    const part = colour[name] / 255;
    return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
}, 0);
const CONTRAST = (one, other) => {
    const [dark, light] = [LUMINANCE(one), LUMINANCE(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
};
