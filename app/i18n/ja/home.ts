export default {
  title: 'ホーム',
} as const
