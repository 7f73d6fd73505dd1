// Names what moves on its own for longer than five seconds (WCAG 2.2.2).
() => document.getAnimations().filter(animation => animation.effect
        && animation.timeline === document.timeline && animation.effect.getComputedTiming().endTime > 5000)
    .map(animation => `${NAME(animation.effect.target)}: ${animation.animationName ?? 'script'}`)
