-- AlterEnum
ALTER TYPE "operation_kind" ADD VALUE 'register';

-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "access_key" TEXT;

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "buyer_id" UUID;

-- CreateTable
CREATE TABLE "shop_member" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "card_member_id" TEXT NOT NULL,
    "authentication_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shop_member_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shop_member_shop_id_email_key" ON "shop_member"("shop_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "shop_member_shop_id_card_member_id_key" ON "shop_member"("shop_id", "card_member_id");

-- CreateIndex
CREATE INDEX "order_buyer_id_ordered_at_idx" ON "order"("buyer_id", "ordered_at" DESC);

-- AddForeignKey
ALTER TABLE "shop_member" ADD CONSTRAINT "shop_member_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_buyer_id_fkey" FOREIGN KEY ("buyer_id") REFERENCES "shop_member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE ON "shop_member" TO mitame_app;
