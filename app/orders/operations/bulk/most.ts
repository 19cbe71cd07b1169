/** The platform's bulk screens take so many orders at a time (`platform.md`). */
export const mostOrders = 100
