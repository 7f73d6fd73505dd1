// Names what moves by itself at this moment.
() => document.getAnimations().filter(animation => animation.playState === 'running' && animation.effect)
    .map(animation => `${NAME(animation.effect.target)}: ${animation.animationName ?? animation.transitionProperty ?? 'script'}`)
