/** The audit log's sentences. `<b>` is the one who acted. */
export default {
  title: '監査ログ',
  system: 'システム',
  /** By act and outcome; the keys are those of `eventActions`. */
  sentences: {
    order: {
      received: { done: '注文を受け付けました', refused: '注文を受け付けませんでした' },
      status_imported: {
        done: '<b>{{actor}}</b> がステータスの更新を取り込みました',
        refused: '<b>{{actor}}</b> のステータスの取り込みを受け付けませんでした',
      },
      shipped: {
        done: '<b>{{actor}}</b> が出荷を登録しました',
        refused: '<b>{{actor}}</b> の出荷の登録を受け付けませんでした',
      },
      capture_begun: {
        done: '<b>{{actor}}</b> が売上確定をクロネコに依頼しました',
        refused: '<b>{{actor}}</b> の売上確定をクロネコに依頼できませんでした',
      },
      cancel_begun: {
        done: '<b>{{actor}}</b> が決済の取消をクロネコに依頼しました',
        refused: '<b>{{actor}}</b> の決済の取消をクロネコに依頼できませんでした',
      },
      modify_begun: {
        done: '<b>{{actor}}</b> が金額の変更をクロネコに依頼しました',
        refused: '<b>{{actor}}</b> の金額の変更をクロネコに依頼できませんでした',
      },
      modified: {
        done: '<b>{{actor}}</b> が注文内容を変更しました',
        refused: '<b>{{actor}}</b> の注文内容の変更を受け付けませんでした',
      },
      call_unanswered: {
        done: 'クロネコから結果が届かず、照会で確認することになりました',
        refused: 'クロネコから結果が届きませんでした',
      },
      shipping_reset: {
        done: '<b>{{actor}}</b> が配送ステータスを未配送に戻しました',
        refused: '<b>{{actor}}</b> が配送ステータスを未配送に戻す操作を受け付けませんでした',
      },
      captured: {
        done: '<b>{{actor}}</b> が売上を確定しました',
        refused: '<b>{{actor}}</b> の売上確定を受け付けませんでした',
      },
      cancelled: {
        done: '<b>{{actor}}</b> が注文をキャンセルしました',
        refused: '<b>{{actor}}</b> のキャンセル操作を受け付けませんでした',
      },
      expired: { done: '仮売上の期限が切れました', refused: '仮売上の期限切れを反映しませんでした' },
      payment_failed: { done: '決済処理に失敗しました', refused: '決済失敗を反映しませんでした' },
      method_changed: {
        done: '<b>{{actor}}</b> が決済方法を変更しました',
        refused: '<b>{{actor}}</b> の決済方法の変更を受け付けませんでした',
      },
      corrected: {
        done: '<b>{{actor}}</b> が見た目上のステータス変更を反映しました',
        refused: '<b>{{actor}}</b> の見た目上のステータス変更の反映を受け付けませんでした',
      },
      inquired: {
        done: '<b>{{actor}}</b> がクロネコへ照会しました',
        refused: '<b>{{actor}}</b> がクロネコへ照会し、使える回答を得られませんでした',
      },
      evidence_attached: {
        done: '<b>{{actor}}</b> がクロネコの管理画面の画像を添付しました',
        refused: '<b>{{actor}}</b> の画像の添付を受け付けませんでした',
      },
      drift_found: {
        done: 'クロネコ側との差異を検出しました',
        refused: 'クロネコ側との差異を記録しませんでした',
      },
      drift_closed: {
        done: 'クロネコ側との差異がなくなりました',
        refused: 'クロネコ側との差異の解消を記録しませんでした',
      },
    },
    correction: {
      filed: {
        done: '<b>{{actor}}</b> が見た目上のステータス変更を依頼しました',
        refused: '<b>{{actor}}</b> の見た目上のステータス変更の依頼を受け付けませんでした',
      },
      matched: {
        done: '<b>{{actor}}</b> が依頼と注文を結び付けました',
        refused: '<b>{{actor}}</b> が依頼と注文を結び付ける操作を受け付けませんでした',
      },
      claimed: {
        done: '<b>{{actor}}</b> が担当になりました',
        refused: '<b>{{actor}}</b> が担当になる操作を受け付けませんでした',
      },
      released: {
        done: '<b>{{actor}}</b> が担当を外れ、依頼を受付に戻しました',
        refused: '<b>{{actor}}</b> が担当を外れる操作を受け付けませんでした',
      },
      asked: {
        done: '<b>{{actor}}</b> が店舗に質問しました',
        refused: '<b>{{actor}}</b> の質問を受け付けませんでした',
      },
      answered: {
        done: '<b>{{actor}}</b> が質問に回答しました',
        refused: '<b>{{actor}}</b> の回答を受け付けませんでした',
      },
      resumed: {
        done: '<b>{{actor}}</b> が回答を待たずに審査を再開しました',
        refused: '<b>{{actor}}</b> の審査の再開を受け付けませんでした',
      },
      noted: {
        done: '<b>{{actor}}</b> が社内メモを残しました',
        refused: '<b>{{actor}}</b> の社内メモを受け付けませんでした',
      },
      approved_first: {
        done: '<b>{{actor}}</b> が一人目として承認しました',
        refused: '<b>{{actor}}</b> の一人目の承認を受け付けませんでした',
      },
      approved: {
        done: '<b>{{actor}}</b> が依頼を承認しました',
        refused: '<b>{{actor}}</b> の承認と反映を受け付けませんでした',
      },
      returned: {
        done: '<b>{{actor}}</b> が審査に差し戻しました',
        refused: '<b>{{actor}}</b> の差し戻しを受け付けませんでした',
      },
      rejected: {
        done: '<b>{{actor}}</b> が依頼を却下しました',
        refused: '<b>{{actor}}</b> の却下を受け付けませんでした',
      },
      withdrawn: {
        done: '<b>{{actor}}</b> が依頼を取り下げました',
        refused: '<b>{{actor}}</b> の取り下げを受け付けませんでした',
      },
    },
    shop: {
      retention_set: {
        done: '<b>{{actor}}</b> が文章の保存年数を変更しました',
        refused: '<b>{{actor}}</b> の保存年数の変更を受け付けませんでした',
      },
    },
    orders: {
      imported: {
        done: '<b>{{actor}}</b> が注文データを取り込みました',
        refused: '<b>{{actor}}</b> の注文データの取り込みを受け付けませんでした',
      },
    },
    audit: {
      exported: {
        done: '<b>{{actor}}</b> が監査ログの書き出しを始めました',
        refused: '<b>{{actor}}</b> の監査ログの書き出しを受け付けませんでした',
      },
      export_ended: {
        done: '<b>{{actor}}</b> による監査ログの書き出しが終わりました',
        refused: '<b>{{actor}}</b> による監査ログの書き出しが途中で止まりました',
      },
      proof_taken: {
        done: '<b>{{actor}}</b> が記録の証明をダウンロードしました',
        refused: '<b>{{actor}}</b> の証明のダウンロードを受け付けませんでした',
      },
      words_erased: {
        done: '<b>{{actor}}</b> が記録の文章を消去しました',
        refused: '<b>{{actor}}</b> の文章の消去を受け付けませんでした',
      },
      month_archived: {
        done: '<b>{{actor}}</b> が古い月の記録を保管庫に移しました',
        refused: '<b>{{actor}}</b> の記録の保管を受け付けませんでした',
      },
      month_restored: {
        done: '<b>{{actor}}</b> が保管庫の記録を読み戻しました',
        refused: '<b>{{actor}}</b> の記録の読み戻しを受け付けませんでした',
      },
    },
  },
  unreadable: 'この記録は読み取れません。書き換えられた可能性があります。',
  refusals: {
    not_found: '対象がないか、操作できる権限がありません',
    invalid: '入力内容に誤りがあります',
    conflict: '先にほかの操作が行われていました',
    stale: '確認した内容から変わっていました',
    needs_lead: '二人目の承認は責任者が行います',
    under_way: '別の操作についてクロネコの結果を確認しているところでした',
    same_person: '一人目と同じ人は二人目の承認ができません',
    blocked: '反映できない指摘があります',
    already_captured: '決済完了の注文は取り消せません',
    slip_number_required: '伝票番号が必要です',
    other: '理由コード {{code}}',
  },
  details: {
    evidence: '照会結果 {{status}}（{{code}}）',
    notFound: '照会結果 取引なし',
    picture: '管理画面の画像による確認',
    verdict: '判定 {{verdict}}',
    findings: '指摘 {{count, number}}件',
    override: '責任者が指摘を承知のうえで承認',
    wish: 'ご希望',
    claim: 'クロネコ側 {{claim}}',
    onBehalf: '窓口が代理で登録',
    unmatched: '一致する注文なし',
    amount: '金額 {{amount}}',
    slips: '伝票番号 {{numbers}}',
    second_amount: '金額が基準以上のため、二人目の承認が必要です',
    second_brought_back: '注文キャンセルから戻すため、二人目の承認が必要です',
    second_evidence: 'クロネコの回答を得られていないため、二人目の承認が必要です',
    second_reverts: '反映済みの依頼を取り消すため、二人目の承認が必要です',
    second_override: '指摘があっても承認するため、二人目の承認が必要です',
    second_screenshot: '画像による確認のため、二人目の承認が必要です',
    cli: 'コマンドから',
    digest: '承認内容 {{digest}}',
    payment: '決済',
    shipping: '配送',
    shippingOf: '配送{{number}}',
  },
  faults: {
    now: '現在',
    at: '{{seq}}番目の記録の前',
    nothing: '記録なし',
    edited: '{{seq}}番目の記録が書き換えられています。',
    unreadable: '{{seq}}番目の記録を読み取れません。',
    columns: '{{seq}}番目の記録の検索用の項目（{{columns}}）が、記録の本文と一致しません。',
    missing: '{{seq}}番目から{{until}}番目までの記録が失われています。',
    unlinked: '{{seq}}番目の記録が直前の記録につながりません。並べ替えまたは差し替えの可能性があります。',
    cut_off: '末尾の{{seq}}番目から{{until}}番目までの記録が失われています。',
    head: '{{seq}}番目で終わる記録が、控えられている末尾と一致しません。',
    no_owner: 'この記録の注文・依頼・店舗が見つかりません。',
    words: '{{seq}}番目の記録に添えられた文章が書き換えられています。',
    words_missing: '{{seq}}番目の記録に添えられた文章が、消去の記録なしに失われています。',
    sealed_otherwise:
      '{{seq}}番目の記録が、封印されたときの内容と異なります。連鎖の作り直しまたは入れ替えの可能性があります。',
    unplaced: '{{seq}}番目の記録が、正規の手順を通らずに追加されています。',
    unsealed: '{{seq}}番目の記録が、決められた時間を過ぎても封印されていません。',
    order: '注文の{{field}}が記録と一致しません。記録では {{recorded}}、実際は {{found}} です。',
    fields: { number: '注文番号', amount: '金額' },
    evidence: '{{seq}}番目の記録が示す照会結果が、保存されている照会結果と一致しません。',
    decision: '依頼 {{reference}} の判断の内容が、記録された要約値と一致しません。',
    leaf_gap: '封印の木の{{index}}番目の葉が失われています。以降の検証はできません。',
    tile: '封印の木の一部（段 {{level}}、位置 {{index}}）が、記録から計算した内容と一致しません。',
    unsigned: '{{size}}件目より後の封印（全{{leaves}}件）に、署名されたチェックポイントがありません。',
    forged_key: '署名鍵 {{key}} は、このデスクが作成したものではありません。',
    checkpoint: '{{size}}件のチェックポイントが正しくありません。{{why}}',
    kept: '外部に控えたチェックポイント（{{size}}件）が、現在の記録と一致しません。{{why}}',
    why: {
      root: '木の根が一致しません。',
      too_large: '控えより記録が少なくなっています。末尾が失われたか、古い状態に戻されています。',
      signature: 'このデスクの鍵による正しい署名がありません。',
      text: 'このデスクのチェックポイントとして読み取れません。',
    },
    archived:
      '保管庫に移した{{month}}の記録が、保管の記録と一致しません。保管したのは{{recorded}}件、失われているのは{{found}}件です。',
    status:
      '{{place}}のステータスに、対応する記録がありません。記録では {{recorded}}、実際は {{found}} です。',
    state:
      '{{place}}の依頼 {{reference}} の状態に、対応する記録がありません。記録では {{recorded}}、実際は {{found}} です。',
  },
  verify: {
    good: '改ざんは見つかっていません',
    goodDetail_other: '{{count, number}}件すべてが連鎖しています。',
    bad: '記録に不整合があります',
    badDetail_other: '{{count, number}}か所が一致しません。管理者または監査担当へお知らせください。',
    more_other: 'ほか{{count, number}}件',
  },
  order: {
    title: '<number>{{number}}</number> の履歴',
    plainTitle: '{{number}} の履歴',
    events_other: '記録 {{count, number}}件',
    order: '注文を見る',
    timeline: '履歴',
    empty: 'まだ記録がありません',
    emptyHint: 'この注文に対する操作は、行われたときにここへ記録されます。',
  },
  choice: {
    shop: '店舗',
    amount: '金額',
    events: '記録',
    title: '注文番号 {{number}} の店舗を選んでください',
    lead: '同じ注文番号の注文が複数の店舗にあります。',
  },
  search: {
    lead: 'だれが、いつ、何を、なぜ変えたのかを、注文ごとに確認できます。',
    label: '注文番号または受付番号',
    hint: '例: P251104000311888021、MT-2026-000123。全角や小文字でも探せます。',
    submit: '履歴を見る',
    notFound:
      '「{{typed}}」に一致する注文または依頼は見つかりませんでした。番号をもう一度ご確認ください。まだ取り込まれていない注文には履歴がありません。',
    latest: '最近の記録',
    empty: 'まだ記録がありません',
    emptyHint: '注文の取り込みや依頼の登録が行われると、ここに並びます。',
  },
} as const
