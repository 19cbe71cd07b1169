import account from './account'
import audit from './audit'
import auditExport from './audit-export'
import auditSearch from './audit-search'
import bulk from './bulk'
import common from './common'
import desk from './desk'
import erasure from './erasure'
import errors from './errors'
import help from './help'
import helpCards from './help-cards'
import history from './history'
import home from './home'
import log from './log'
import operations from './operations'
import orders from './orders'
import requests from './requests'
import storefront from './storefront'
import verdicts from './verdicts'
import verify from './verify'

export default {
  common,
  home,
  help,
  requests,
  desk,
  orders,
  operations,
  bulk,
  audit,
  'audit-search': auditSearch,
  'audit-export': auditExport,
  history,
  account,
  errors,
  verdicts,
  erasure,
  log,
  verify,
  storefront,
  'help-cards': helpCards,
}
