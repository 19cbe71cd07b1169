-- 手動連携(CSV運用) of 後払い.com and NP後払い.
ALTER TABLE "shop" ADD COLUMN     "manual_link" BOOLEAN NOT NULL DEFAULT false;
