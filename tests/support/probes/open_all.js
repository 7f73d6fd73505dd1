// Opens menus, filters and all else that opens in place; says how many there were.
() => {
    const closed = [...document.querySelectorAll('details:not([open])')];
    for (const details of closed) {
        details.removeAttribute('name'); // which would let only one of them be open
        details.open = true;
    }
    return closed.length;
}
