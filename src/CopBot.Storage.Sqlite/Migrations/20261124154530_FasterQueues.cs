using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CopBot.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FasterQueues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_DoubtSince",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_State_Lane_Id",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Inbox_Connection_Key",
                table: "Inbox");

            migrationBuilder.DropIndex(
                name: "IX_Inbox_State_Lane_Id",
                table: "Inbox");

            // Keys were kept as hexadecimal digits.
            migrationBuilder.Sql("UPDATE \"Inbox\" SET \"Key\" = unhex(\"Key\");");

            migrationBuilder.AlterColumn<byte[]>(
                name: "Key",
                table: "Inbox",
                type: "BLOB",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DoubtSince",
                table: "Outbox",
                column: "DoubtSince",
                filter: "\"DoubtSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Lane_Id",
                table: "Outbox",
                columns: new[] { "Lane", "Id" },
                filter: "\"State\" = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_Key",
                table: "Inbox",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_Lane_Id",
                table: "Inbox",
                columns: new[] { "Lane", "Id" },
                filter: "\"State\" = 'Pending'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_DoubtSince",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Lane_Id",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Inbox_Key",
                table: "Inbox");

            migrationBuilder.DropIndex(
                name: "IX_Inbox_Lane_Id",
                table: "Inbox");

            migrationBuilder.Sql("UPDATE \"Inbox\" SET \"Key\" = lower(hex(\"Key\"));");

            migrationBuilder.AlterColumn<string>(
                name: "Key",
                table: "Inbox",
                type: "TEXT",
                nullable: false,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DoubtSince",
                table: "Outbox",
                column: "DoubtSince");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_Lane_Id",
                table: "Outbox",
                columns: new[] { "State", "Lane", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_Connection_Key",
                table: "Inbox",
                columns: new[] { "Connection", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_State_Lane_Id",
                table: "Inbox",
                columns: new[] { "State", "Lane", "Id" });
        }
    }
}
