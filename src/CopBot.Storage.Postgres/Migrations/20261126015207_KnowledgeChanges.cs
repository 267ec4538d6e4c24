using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CopBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class KnowledgeChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KnowledgeChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionId = table.Column<Guid>(type: "uuid", nullable: true),
                    NoteId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnowledgeChanges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeChanges_CommunityId_Id",
                table: "KnowledgeChanges",
                columns: new[] { "CommunityId", "Id" });

            // Read by the transaction that wrote: PostgresStore.KnowledgeFeedAsync says why.
            migrationBuilder.Sql(
                """
                ALTER TABLE "KnowledgeChanges" ADD COLUMN "Transaction" xid8 NOT NULL DEFAULT pg_current_xact_id();
                CREATE INDEX "IX_KnowledgeChanges_CommunityId_Transaction" ON "KnowledgeChanges" ("CommunityId", "Transaction");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KnowledgeChanges");
        }
    }
}
