/** What a wish would make of an order is known further down too: the verdicts read it. */
export * from '~/orders/change'
