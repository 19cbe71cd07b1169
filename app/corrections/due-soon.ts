/** How soon a request is due that the desk's start page warns of, in hours. */
export const dueSoonHours = 4
