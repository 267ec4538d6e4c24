using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CopBot.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DigestReaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Members_CommunityId",
                table: "Members");

            migrationBuilder.AddColumn<string>(
                name: "DigestAddress",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DigestBy",
                table: "Members",
                type: "INTEGER",
                maxLength: 40,
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "LastDigestOf",
                table: "Members",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UnprovedAddress",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AskedById",
                table: "Digests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeftOut",
                table: "Digests",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "PostsAt",
                table: "Digests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Digests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DigestPostsAfterHours",
                table: "Communities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Questions_CommunityId_AskedAt",
                table: "Questions",
                columns: new[] { "CommunityId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_CommunityId_DigestBy",
                table: "Members",
                columns: new[] { "CommunityId", "DigestBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_CommunityId_JoinedAt",
                table: "Members",
                columns: new[] { "CommunityId", "JoinedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_CommunityId_HelpedAt",
                table: "Contributions",
                columns: new[] { "CommunityId", "HelpedAt" },
                filter: "\"HelpedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Questions_CommunityId_AskedAt",
                table: "Questions");

            migrationBuilder.DropIndex(
                name: "IX_Members_CommunityId_DigestBy",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_CommunityId_JoinedAt",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Contributions_CommunityId_HelpedAt",
                table: "Contributions");

            migrationBuilder.DropColumn(
                name: "DigestAddress",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "DigestBy",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "LastDigestOf",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "UnprovedAddress",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "AskedById",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "LeftOut",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "PostsAt",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "DigestPostsAfterHours",
                table: "Communities");

            migrationBuilder.CreateIndex(
                name: "IX_Members_CommunityId",
                table: "Members",
                column: "CommunityId");
        }
    }
}
