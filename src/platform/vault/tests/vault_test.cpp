#include "platform/vault/vault.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/support/database.hpp"

namespace lenig::vault {
namespace {

class Vaults : public ::testing::Test {
 public:
  ~Vaults() override { std::filesystem::remove_all(folder); }

 protected:
  Vaults() {
    std::string pattern = (std::filesystem::temp_directory_path() / "lenig-vault-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder = pattern;
  }

  Store store(std::string const& name = "keys.sqlite") const {
    return {{.sqlite_file = (folder / name).string()}, folder / "erasures.ledger"};
  }

  std::string file_text(std::string const& name) const {
    std::ifstream input(folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(input), {}};
  }

  std::filesystem::path folder;
  Key master = Key::random();
  Owner femke{OwnerKind::person, "018f0000-0000-7000-8000-000000000001"};
  Owner group{OwnerKind::group, "018f0000-0000-7000-8000-000000000002"};
};

TEST_F(Vaults, opens_what_it_sealed_for_its_owner_alone) {
  Vault vault(store(), master);
  auto const sealed = vault.seal(femke, "wat in de groep blijft");
  EXPECT_EQ(sealed.find("groep"), std::string::npos);
  EXPECT_EQ(vault.open(femke, sealed), "wat in de groep blijft");
  EXPECT_NE(vault.seal(femke, "wat in de groep blijft"), sealed) << "the same text looks different each time";
  vault.seal(group, "iets");
  EXPECT_THROW(vault.open(group, sealed), NotAuthentic);
}

TEST_F(Vaults, opens_texts_of_many_people_at_once_and_knows_whose_key_is_gone) {
  Vault vault(store(), master);
  Owner const bram{OwnerKind::person, "018f0000-0000-7000-8000-000000000003"};
  std::vector<OfPerson> const sealed{{femke.id, vault.seal(femke, "eerste")},
                                     {bram.id, vault.seal(bram, "tweede")},
                                     {femke.id, vault.seal(femke, "derde")}};
  EXPECT_EQ(vault.open_all(sealed), (std::vector<std::optional<std::string>>{"eerste", "tweede", "derde"}));
  vault.erase(bram);
  EXPECT_EQ(vault.open_all(sealed), (std::vector<std::optional<std::string>>{"eerste", std::nullopt, "derde"}));
  EXPECT_THROW(vault.open_all({{femke.id, vault.seal(group, "van een ander")}}), NotAuthentic);
}

TEST_F(Vaults, finds_a_text_that_was_changed) {
  Vault vault(store(), master);
  auto sealed = vault.seal(femke, "een voornemen");
  sealed[sealed.size() / 2] = sealed[sealed.size() / 2] == 'A' ? 'B' : 'A';
  EXPECT_THROW(vault.open(femke, sealed), NotAuthentic);
  EXPECT_THROW(vault.open(femke, "kort"), NotAuthentic);
}

TEST_F(Vaults, keeps_keys_over_a_restart_and_for_the_right_master_key_only) {
  auto const sealed = Vault(store(), master).seal(femke, "morgen");
  EXPECT_EQ(Vault(store(), master).open(femke, sealed), "morgen");
  EXPECT_THROW(Vault(store(), Key::random()), WrongMasterKey);
}

TEST_F(Vaults, erases_for_ever) {
  Vault vault(store(), master);
  auto const sealed = vault.seal(femke, "weg ermee");
  auto const of_group = vault.seal(group, "dit blijft");
  vault.erase(femke);
  EXPECT_EQ(vault.open(femke, sealed), std::nullopt);
  EXPECT_THROW(vault.seal(femke, "opnieuw"), Erased);
  EXPECT_EQ(vault.open(group, of_group), "dit blijft");
}

TEST_F(Vaults, of_an_old_backup_do_not_open_what_was_erased_since) {
  Vault vault(store(), master);
  auto const sealed = vault.seal(femke, "weg ermee");
  auto const of_group = vault.seal(group, "dit blijft");
  back_up(store(), folder / "old.backup");
  vault.erase(femke);
  restore(store("restored.sqlite"), folder / "old.backup");
  Vault restored(store("restored.sqlite"), master);
  EXPECT_EQ(restored.open(femke, sealed), std::nullopt);
  EXPECT_EQ(restored.open(group, of_group), "dit blijft");
}

TEST_F(Vaults, put_back_by_hand_do_not_open_what_was_erased_since) {
  std::string sealed;
  {
    Vault vault(store(), master);
    sealed = vault.seal(femke, "weg ermee");
  }
  std::filesystem::copy_file(folder / "keys.sqlite", folder / "copy.sqlite");
  Vault(store(), master).erase(femke);
  EXPECT_EQ(Vault(store("copy.sqlite"), master).open(femke, sealed), std::nullopt);
}

TEST_F(Vaults, leave_no_erased_key_in_the_file) {
  std::string wrapped;
  {
    Vault vault(store(), master);
    vault.seal(femke, "weg ermee");
    static db::Query const only{"test/only", "select wrapped from vault_key", {}};
    db::Database keys(store().place);
    wrapped = keys.read(db::every_board, [](db::Reading& reading) { return reading.one<std::string>(only); }).value();
    vault.erase(femke);
  }
  ASSERT_FALSE(wrapped.empty());
  EXPECT_EQ(file_text("keys.sqlite").find(wrapped), std::string::npos);
}

TEST_F(Vaults, change_their_master_key_all_at_once) {
  auto const fresh = Key::random();
  std::string sealed;
  {
    Vault vault(store(), master);
    sealed = vault.seal(femke, "morgen");
    vault.change_master(fresh);
    EXPECT_EQ(vault.open(femke, sealed), "morgen");
  }
  EXPECT_THROW(Vault(store(), master), WrongMasterKey);
  Vault vault(store(), fresh);
  EXPECT_EQ(vault.open(femke, sealed), "morgen");
  EXPECT_EQ(vault.check().keys, 1);
  EXPECT_EQ(vault.check().unreadable, 0);
}

TEST_F(Vaults, go_by_a_master_key_that_only_its_owner_can_read) {
  auto const file = folder / "master.key";
  EXPECT_THROW(master_key_in(file, IfMissing::refuse), std::runtime_error);
  auto const made = master_key_in(file, IfMissing::make);
  EXPECT_EQ(master_key_in(file, IfMissing::refuse).text(), made.text());
  std::filesystem::permissions(file, std::filesystem::perms::group_read, std::filesystem::perm_options::add);
  EXPECT_THROW(master_key_in(file, IfMissing::refuse), std::runtime_error);
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  std::ofstream(file) << "geen sleutel\n";
  EXPECT_THROW(master_key_in(file, IfMissing::refuse), std::runtime_error);
}

}  // namespace
}  // namespace lenig::vault
