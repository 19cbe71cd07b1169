/** The log as outsiders see it: its keys, and the mail with its checkpoints. */
export default {
  mail: {
    subject: '監査ログのチェックポイント {{day}}（{{size, number}}件）',
    words:
      '監査ログの {{day}} のチェックポイントです。記録は全部で{{size, number}}件、前回から{{added, number}}件増えています。\n' +
      'このメールを保管してください。あとから記録が書き換えられたり消されたりした場合に、npm run mitame -- audit verify --checkpoint FILE で見つけられます。',
  },
  keys: {
    title: '監査ログの公開鍵',
    lead: '受付から処理までのすべての記録は、1分以内にハッシュの木へ封印され、その根に下の鍵で署名しています。記録を1文字でも書き換えると、署名した根と合わなくなります。',
    none: 'まだ鍵がありません。最初の記録が封印されると、ここに表示されます。',
    origin: 'ログの名前（origin）',
    now: '署名に使用中',
    before: '以前の鍵',
    since: '使用開始',
    copy: '鍵をコピー',
    copied: 'コピーしました',
    howTitle: '確かめ方',
    how: {
      elsewhere:
        '鍵を、この画面とは別の手段でも入手して比べてください（メール、契約書、紙など）。この画面だけでは、画面を書き換えた人を見抜けません。',
      offline:
        '記録の画面でダウンロードした証明ファイルは、この鍵だけで確かめられます。サーバーへの接続は要りません。',
      older: '手元に古いチェックポイントがあれば、新しいものがその続きであることを確かめられます。',
    },
    verify: '証明ファイルを確かめる',
    checkpoint: '最新のチェックポイント',
    format:
      '形式は docs/audit-log.md に、別の言語で検証プログラムを書けるところまで記しています（C2SP tlog-checkpoint、tlog-tiles、RFC 6962）。',
  },
} as const
