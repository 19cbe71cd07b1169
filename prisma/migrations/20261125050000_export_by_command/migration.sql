-- An export by the command at the machine itself is nobody's.
ALTER TABLE "audit_export" ALTER COLUMN "started_by_id" DROP NOT NULL;
ALTER TABLE "audit_export" DROP CONSTRAINT "audit_export_started_by_id_fkey";
ALTER TABLE "audit_export" ADD CONSTRAINT "audit_export_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Auditors and admins see everybody's.
CREATE INDEX "audit_export_started_at_idx" ON "audit_export"("started_at" DESC);
