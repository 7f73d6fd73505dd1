// Names the numbers of pins that the list beside the map has not, and the other way round.
() => [...document.querySelectorAll('.map-block')].flatMap(block => {
    const listed = [...block.querySelectorAll('.map-number')].map(element => Number(element.textContent));
    if (!listed.length) return [];
    const whole = [...block.querySelectorAll('svg.map')].at(-1);
    const pinned = [...whole.querySelectorAll('.map-pin text')].flatMap(text => text.textContent.split('·')
        .flatMap(part => {
            const [first, last = first] = part.split('–').map(Number);
            return Array.from({length: last - first + 1}, (_, step) => first + step);
        }));
    const missing = (from, other, where) => from.filter(number => !other.includes(number))
        .map(number => `${number} is not ${where}`);
    return [...missing(pinned, listed, 'in the list'), ...missing(listed, pinned, 'on the map')];
})
