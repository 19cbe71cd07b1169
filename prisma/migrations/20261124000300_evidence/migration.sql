-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('inquiry', 'screenshot');

-- CreateEnum
CREATE TYPE "evidence_outcome" AS ENUM ('answered', 'not_found', 'unknown');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('go', 'look', 'no');

-- AlterTable
ALTER TABLE "correction_request" ADD COLUMN     "evidence_id" UUID,
ADD COLUMN     "second_person" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "verdict" "verdict";

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "kind" "evidence_kind" NOT NULL,
    "outcome" "evidence_outcome" NOT NULL,
    "reason" TEXT,
    "error_code" TEXT,
    "status_info" INTEGER,
    "amount" INTEGER,
    "settled_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "asked_number" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "raw" TEXT,
    "actor_id" UUID,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "evidence_id" UUID,
    "order_version" INTEGER NOT NULL,
    "verdict" "verdict" NOT NULL,
    "second_person" BOOLEAN NOT NULL,
    "findings" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drift" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "drift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drift_watch" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "found" INTEGER NOT NULL DEFAULT 0,
    "unanswered" INTEGER NOT NULL DEFAULT 0,
    "cursor" UUID,

    CONSTRAINT "drift_watch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_order_id_asked_at_idx" ON "evidence"("order_id", "asked_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "attachment_evidence_id_key" ON "attachment"("evidence_id");

-- CreateIndex
CREATE INDEX "assessment_request_id_at_idx" ON "assessment"("request_id", "at" DESC);

-- CreateIndex
CREATE INDEX "drift_shop_id_closed_at_found_at_id_idx" ON "drift"("shop_id", "closed_at", "found_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "drift_order_id_idx" ON "drift"("order_id");

-- CreateIndex
CREATE INDEX "drift_watch_shop_id_started_at_idx" ON "drift_watch"("shop_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "correction_request_verdict_state_due_at_id_idx" ON "correction_request"("verdict", "state", "due_at", "id");

-- AddForeignKey
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "correction_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drift" ADD CONSTRAINT "drift_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drift" ADD CONSTRAINT "drift_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drift" ADD CONSTRAINT "drift_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drift_watch" ADD CONSTRAINT "drift_watch_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drift_watch" ADD CONSTRAINT "drift_watch_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the rules say may be overridden by a lead, in writing.
ALTER TABLE "decision" ADD COLUMN "override" BOOLEAN NOT NULL DEFAULT false;

-- Evidence and what was made of it are records: written once.
GRANT SELECT, INSERT ON "evidence", "attachment", "assessment" TO mitame_app;
GRANT SELECT, INSERT, UPDATE ON "drift", "drift_watch" TO mitame_app;
