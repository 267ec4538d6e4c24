using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CopBot.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class QueriesAtScale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Log_CommunityId_Row",
                table: "Log");

            migrationBuilder.AddColumn<Guid>(
                name: "CommunityId",
                table: "Contributions",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.Sql(
                """
                UPDATE "Contributions" SET "CommunityId" =
                    (SELECT "CommunityId" FROM "Questions" WHERE "Questions"."Id" = "Contributions"."QuestionId")
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Questions_CommunityId_State_Number",
                table: "Questions",
                columns: new[] { "CommunityId", "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Lane_SendingSince",
                table: "Outbox",
                columns: new[] { "Lane", "SendingSince" },
                filter: "\"SendingSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Log_Sequence_CommunityId_Row",
                table: "Log",
                columns: new[] { "Sequence", "CommunityId", "Row" },
                filter: "\"Sequence\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_CommunityId_SaidAt",
                table: "Contributions",
                columns: new[] { "CommunityId", "SaidAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_State_AskedAt",
                table: "Assignments",
                columns: new[] { "State", "AskedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Questions_CommunityId_State_Number",
                table: "Questions");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Lane_SendingSince",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Log_Sequence_CommunityId_Row",
                table: "Log");

            migrationBuilder.DropIndex(
                name: "IX_Contributions_CommunityId_SaidAt",
                table: "Contributions");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_State_AskedAt",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "CommunityId",
                table: "Contributions");

            migrationBuilder.CreateIndex(
                name: "IX_Log_CommunityId_Row",
                table: "Log",
                columns: new[] { "CommunityId", "Row" },
                filter: "\"Sequence\" IS NULL");
        }
    }
}
