// Names what stands on a map where something else stands, or sticks out of it, as this browser's fonts make it.
() => [...document.querySelectorAll('svg.map')].flatMap((map, number) => {
    const land = map.querySelector('.map-land').getBoundingClientRect();
    const thing = (element, name) => ({name, box: element.getBoundingClientRect()});
    const named = element => thing(element, element.textContent.trim());
    const things = [
        ...[...map.querySelectorAll('.map-pin rect')].map(rect => thing(rect, `pin ${rect.parentNode.textContent}`)),
        ...[...map.querySelectorAll('.map-name tspan, svg svg .map-far')].map(named),
    ];
    // A line of text has air above and below its letters, which the lines of one name share.
    const AIR = 4, SLACK = 1;
    const covers = (one, other) => one.left + SLACK < other.right && other.left + SLACK < one.right
        && one.top + AIR < other.bottom && other.top + AIR < one.bottom;
    const leaves = box => box.left < land.left - SLACK || box.right > land.right + SLACK
        || box.top < land.top - SLACK || box.bottom > land.bottom + SLACK;
    const outside = things.filter(({box}) => leaves(box)).map(({name}) => `map ${number}: ${name} sticks out`);
    const covered = things.flatMap((one, index) => things.slice(index + 1)
        .filter(other => covers(one.box, other.box))
        .map(other => `map ${number}: ${one.name} covers ${other.name}`));
    return [...outside, ...covered];
})
