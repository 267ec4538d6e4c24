using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CopBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Meanings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MeaningProgress",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Model = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    ClaimedUntil = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeaningProgress", x => x.CommunityId);
                });

            migrationBuilder.CreateTable(
                name: "TextVectors",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Item = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Part = table.Column<int>(type: "integer", nullable: false),
                    Model = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Vector = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextVectors", x => new { x.CommunityId, x.Item, x.Part });
                });

            migrationBuilder.CreateTable(
                name: "TokenUses",
                columns: table => new
                {
                    CommunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Tokens = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TokenUses", x => new { x.CommunityId, x.Day });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MeaningProgress");

            migrationBuilder.DropTable(
                name: "TextVectors");

            migrationBuilder.DropTable(
                name: "TokenUses");
        }
    }
}
