using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CopBot.Storage.Sqlite.Migrations
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    NoteId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnowledgeChanges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeChanges_CommunityId_Id",
                table: "KnowledgeChanges",
                columns: new[] { "CommunityId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KnowledgeChanges");
        }
    }
}
