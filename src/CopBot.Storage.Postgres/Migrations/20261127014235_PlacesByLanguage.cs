using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CopBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PlacesByLanguage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Places_Language",
                table: "Places",
                column: "Language");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Places_Language",
                table: "Places");
        }
    }
}
