export { normaliseOrderNumber, withoutRepaymentSuffix } from '~/platform/order-number'
