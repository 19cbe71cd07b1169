-- CreateEnum
CREATE TYPE "operation_kind" AS ENUM ('capture', 'cancel', 'modify');

-- CreateEnum
CREATE TYPE "operation_state" AS ENUM ('under_way', 'done', 'failed', 'not_done');

-- CreateEnum
CREATE TYPE "call_state" AS ENUM ('planned', 'sent', 'done', 'refused', 'unknown', 'not_done');

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "shipping_fee" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "order_line" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "product_id" UUID,
    "name" TEXT NOT NULL,
    "unit_price" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "stock" INTEGER,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_operation" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "kind" "operation_kind" NOT NULL,
    "state" "operation_state" NOT NULL DEFAULT 'under_way',
    "input" JSONB NOT NULL,
    "started_by_id" UUID,
    "started_role" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "order_operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kuroneko_call" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "function" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "state" "call_state" NOT NULL DEFAULT 'planned',
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "error_code" TEXT,
    "credit_error_code" TEXT,
    "fault" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "kuroneko_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capture_reminder" (
    "order_id" UUID NOT NULL,
    "days_left" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "capture_reminder_pkey" PRIMARY KEY ("order_id","days_left")
);

-- CreateIndex
CREATE INDEX "order_line_product_id_idx" ON "order_line"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_order_id_index_key" ON "order_line"("order_id", "index");

-- CreateIndex
CREATE UNIQUE INDEX "product_shop_id_code_key" ON "product"("shop_id", "code");

-- CreateIndex
CREATE INDEX "order_operation_order_id_started_at_idx" ON "order_operation"("order_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "kuroneko_call_order_id_idx" ON "kuroneko_call"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "kuroneko_call_operation_id_index_key" ON "kuroneko_call"("operation_id", "index");

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_operation" ADD CONSTRAINT "order_operation_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_operation" ADD CONSTRAINT "order_operation_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kuroneko_call" ADD CONSTRAINT "kuroneko_call_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "order_operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kuroneko_call" ADD CONSTRAINT "kuroneko_call_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture_reminder" ADD CONSTRAINT "capture_reminder_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An order has one operation under way at most.
CREATE UNIQUE INDEX "order_operation_under_way" ON "order_operation"("order_id") WHERE "state" = 'under_way';

ALTER TABLE "product" ADD CONSTRAINT "product_stock_is_not_negative" CHECK ("stock" >= 0);

GRANT SELECT, INSERT, UPDATE ON "product", "order_operation", "kuroneko_call" TO mitame_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "order_line" TO mitame_app;
GRANT SELECT, INSERT ON "capture_reminder" TO mitame_app;
