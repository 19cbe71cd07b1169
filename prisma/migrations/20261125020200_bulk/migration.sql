-- CreateEnum
CREATE TYPE "bulk_kind" AS ENUM ('ship', 'capture');

-- CreateEnum
CREATE TYPE "bulk_item_state" AS ENUM ('waiting', 'done', 'refused', 'failed', 'not_done', 'under_way');

-- CreateTable
CREATE TABLE "bulk_run" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "kind" "bulk_kind" NOT NULL,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_item" (
    "run_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "order_id" UUID NOT NULL,
    "delivery" INTEGER,
    "slip_number" TEXT,
    "carrier" TEXT,
    "state" "bulk_item_state" NOT NULL DEFAULT 'waiting',
    "reason" TEXT,

    CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("run_id","index")
);

-- CreateIndex
CREATE INDEX "bulk_run_shop_id_started_at_idx" ON "bulk_run"("shop_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "bulk_item_order_id_idx" ON "bulk_item"("order_id");

-- AddForeignKey
ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "bulk_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE ON "bulk_run", "bulk_item" TO mitame_app;
