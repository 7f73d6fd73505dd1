// Names what moves by itself in a way that the graphics thread cannot do alone, so that a cheap phone is busy with it.
() => document.getAnimations().flatMap(({effect}) => {
    const names = new Set(effect.getKeyframes().flatMap(Object.keys));
    for (const name of ['offset', 'computedOffset', 'easing', 'composite', 'transform', 'opacity']) names.delete(name);
    return names.size ? `${NAME(effect.target)}: ${[...names]}` : [];
})
