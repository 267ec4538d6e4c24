using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CopBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class StoriesExamined : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ExaminerId",
                table: "Stories",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rivals",
                table: "Stories",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ExaminerId",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Rivals",
                table: "Stories");
        }
    }
}
