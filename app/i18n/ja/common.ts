/** Texts that every page may need: the frame around it, the kit's own words, statuses and counters. */
export default {
  cosmetic: '決済会社側の処理は行いません。',
  items_other: '{{count, number}}件',
  skip: '本文へ移動',
  required: '必須',
  close: '閉じる',
  cancel: 'やめる',
  loading: '読み込んでいます',
  language: '言語',
  help: 'ヘルプ',
  nav: {
    label: '主なページ',
    home: 'ホーム',
    desk: '受付',
    requests: '変更依頼',
    orders: '注文',
    audit: '監査ログ',
    history: '履歴',
  },
  search: {
    label: '注文番号・受付番号で検索',
    submit: '検索',
  },
  user: {
    menu: 'アカウントのメニュー',
    account: 'アカウント',
    signOut: 'サインアウト',
  },
  roles: {
    merchant: '店舗',
    agent: '窓口',
    lead: '責任者',
    auditor: '監査',
    admin: '管理者',
  },
  states: {
    submitted: '受付済み',
    in_review: '審査中',
    needs_info: '回答待ち',
    awaiting_second: '二人目の承認待ち',
    applied: '反映済み',
    rejected: '却下',
    withdrawn: '取り下げ',
  },
  /** Where the desk's own people read a state from the other side. */
  statesForDesk: { needs_info: '回答待ち' },
  verdicts: {
    go: '反映できます',
    look: '確認のうえ反映できます',
    no: '反映できません',
  },
  change: {
    to: 'から',
    payment: '決済ステータス',
    shipping: '配送ステータス',
  },
  pager: {
    label: 'ページ',
    previous: '前へ',
    next: '次へ',
  },
  form: {
    errors_other: '{{count, number}}か所を直してください',
  },
  toast: {
    see: '見る',
  },
} as const
