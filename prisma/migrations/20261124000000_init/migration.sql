-- CreateEnum
CREATE TYPE "role" AS ENUM ('merchant', 'agent', 'lead', 'auditor', 'admin');

-- CreateEnum
CREATE TYPE "carrier_setting" AS ENUM ('any', 'yamato_only');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('authorized', 'captured', 'cancelled', 'authorization_expired', 'failed', 'incomplete');

-- CreateEnum
CREATE TYPE "shipping_status" AS ENUM ('unshipped', 'instructed', 'preparing', 'shipped', 'returned', 'cancelled');

-- CreateEnum
CREATE TYPE "payment_method" AS ENUM ('kuroneko_card', 'kuroneko_convenience', 'kuroneko_card_payment', 'kuroneko_deferred', 'bank_transfer', 'optional_payment', 'cash_on_delivery', 'atobarai_com', 'np_atobarai', 'other');

-- CreateEnum
CREATE TYPE "order_origin" AS ENUM ('platform', 'imported');

-- CreateEnum
CREATE TYPE "stock_state" AS ENUM ('allocated', 'returned', 'untracked');

-- CreateEnum
CREATE TYPE "request_state" AS ENUM ('submitted', 'in_review', 'needs_info', 'awaiting_second', 'applied', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "payment_wish" AS ENUM ('authorized', 'captured', 'cancelled', 'authorization_expired', 'failed', 'incomplete', 'unchanged');

-- CreateEnum
CREATE TYPE "shipping_wish" AS ENUM ('unshipped', 'instructed', 'preparing', 'shipped', 'returned', 'cancelled', 'unchanged');

-- CreateEnum
CREATE TYPE "claim" AS ENUM ('authorized', 'captured', 'cancelled', 'failed', 'not_found', 'other');

-- CreateEnum
CREATE TYPE "number_match" AS ENUM ('exact', 'normalised', 'without_suffix', 'none');

-- CreateEnum
CREATE TYPE "decision_action" AS ENUM ('approve', 'return', 'reject');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('question', 'answer', 'note');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "role" NOT NULL DEFAULT 'merchant',
    "two_factor_enabled" BOOLEAN DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "active_organization_id" TEXT,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "logo" TEXT,
    "metadata" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT,
    "status" TEXT NOT NULL,
    "inviter_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "two_factor" (
    "id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "trader_code" TEXT NOT NULL,
    "carrier_setting" "carrier_setting" NOT NULL DEFAULT 'any',
    "saved_cards" BOOLEAN NOT NULL DEFAULT false,
    "import_mapping" JSONB,
    "event_seq" INTEGER NOT NULL DEFAULT 0,
    "event_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "number_as_received" TEXT NOT NULL,
    "ordered_at" TIMESTAMPTZ(3) NOT NULL,
    "payment_method" "payment_method" NOT NULL DEFAULT 'kuroneko_card',
    "payment_status" "payment_status" NOT NULL,
    "amount" INTEGER NOT NULL,
    "fee" INTEGER NOT NULL DEFAULT 0,
    "kuroneko_order_number" TEXT,
    "origin" "order_origin" NOT NULL DEFAULT 'platform',
    "version" INTEGER NOT NULL DEFAULT 1,
    "event_seq" INTEGER NOT NULL DEFAULT 0,
    "event_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "status" "shipping_status" NOT NULL DEFAULT 'unshipped',
    "slip_number" TEXT,
    "carrier" TEXT,
    "stock_state" "stock_state" NOT NULL DEFAULT 'allocated',

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction_batch" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "filed_by_id" UUID NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "idempotency_key" TEXT NOT NULL,

    CONSTRAINT "correction_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction_request" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "order_id" UUID,
    "number_as_typed" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "number_match" "number_match" NOT NULL,
    "payment_wish" "payment_wish" NOT NULL,
    "shipping_wish" "shipping_wish" NOT NULL,
    "claim" "claim" NOT NULL,
    "claim_words" TEXT,
    "reason" TEXT NOT NULL,
    "state" "request_state" NOT NULL DEFAULT 'submitted',
    "version" INTEGER NOT NULL DEFAULT 1,
    "on_behalf" BOOLEAN NOT NULL DEFAULT false,
    "filed_by_id" UUID NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "order_version" INTEGER,
    "assignee_id" UUID,
    "first_approver_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reverts_id" UUID,
    "event_seq" INTEGER NOT NULL DEFAULT 0,
    "event_hash" TEXT,

    CONSTRAINT "correction_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "action" "decision_action" NOT NULL,
    "digest" TEXT,
    "content" TEXT,
    "note" TEXT,
    "idempotency_key" TEXT NOT NULL,
    "result" "request_state" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" "message_kind" NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_event" (
    "id" UUID NOT NULL,
    "chain_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "shop_id" UUID NOT NULL,
    "order_id" UUID,
    "request_id" UUID,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "payment_before" "payment_status",
    "payment_after" "payment_status",
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_event_words" (
    "event_id" UUID NOT NULL,
    "salt" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "order_event_words_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "desk_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "second_person_from" INTEGER NOT NULL DEFAULT 100000,
    "due_within_hours" INTEGER NOT NULL DEFAULT 24,

    CONSTRAINT "desk_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE INDEX "member_organization_id_idx" ON "member"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_user_id_organization_id_key" ON "member"("user_id", "organization_id");

-- CreateIndex
CREATE INDEX "invitation_organization_id_idx" ON "invitation"("organization_id");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "two_factor_user_id_idx" ON "two_factor"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "shop_code_key" ON "shop"("code");

-- CreateIndex
CREATE INDEX "order_number_idx" ON "order"("number");

-- CreateIndex
CREATE INDEX "order_ordered_at_id_idx" ON "order"("ordered_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "order_shop_id_ordered_at_id_idx" ON "order"("shop_id", "ordered_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "order_payment_status_ordered_at_id_idx" ON "order"("payment_status", "ordered_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "order_shop_id_payment_status_ordered_at_id_idx" ON "order"("shop_id", "payment_status", "ordered_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "order_shop_id_number_key" ON "order"("shop_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_order_id_index_key" ON "delivery"("order_id", "index");

-- CreateIndex
CREATE UNIQUE INDEX "correction_batch_filed_by_id_idempotency_key_key" ON "correction_batch"("filed_by_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "correction_request_reference_key" ON "correction_request"("reference");

-- CreateIndex
CREATE INDEX "correction_request_state_due_at_id_idx" ON "correction_request"("state", "due_at", "id");

-- CreateIndex
CREATE INDEX "correction_request_assignee_id_state_due_at_id_idx" ON "correction_request"("assignee_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "correction_request_shop_id_state_due_at_id_idx" ON "correction_request"("shop_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "correction_request_shop_id_filed_at_id_idx" ON "correction_request"("shop_id", "filed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "correction_request_order_id_idx" ON "correction_request"("order_id");

-- CreateIndex
CREATE INDEX "correction_request_shop_id_number_idx" ON "correction_request"("shop_id", "number");

-- CreateIndex
CREATE INDEX "correction_request_decided_at_idx" ON "correction_request"("decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "decision_request_id_idempotency_key_key" ON "decision"("request_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "message_request_id_at_idx" ON "message"("request_id", "at");

-- CreateIndex
CREATE INDEX "order_event_request_id_at_idx" ON "order_event"("request_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "order_event_chain_id_seq_key" ON "order_event"("chain_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "order_event_chain_id_prev_hash_key" ON "order_event"("chain_id", "prev_hash");

-- CreateIndex
CREATE INDEX "draft_created_at_idx" ON "draft"("created_at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_inviter_id_fkey" FOREIGN KEY ("inviter_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shop" ADD CONSTRAINT "shop_id_fkey" FOREIGN KEY ("id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_batch" ADD CONSTRAINT "correction_batch_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_batch" ADD CONSTRAINT "correction_batch_filed_by_id_fkey" FOREIGN KEY ("filed_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "correction_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_filed_by_id_fkey" FOREIGN KEY ("filed_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_first_approver_id_fkey" FOREIGN KEY ("first_approver_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_reverts_id_fkey" FOREIGN KEY ("reverts_id") REFERENCES "correction_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "correction_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "correction_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "correction_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_event_words" ADD CONSTRAINT "order_event_words_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "order_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
