package dev.lifering.testing;

import jakarta.inject.Singleton;
import java.util.List;

/** The mails to somebody as the database holds them, for tests that ask what was written and not how it reads. */
@Singleton
public class MailTable {
    private final Database database;

    MailTable(Database database) {
        this.database = database;
    }

    /** Their kinds, oldest first. */
    public List<String> to(Member member) {
        return database.rows("select kind from mail where user_id = ? order by id", member.id()).stream()
                .map(row -> row.get("kind").toString())
                .toList();
    }

    /** The kinds of those that the action has left. */
    public List<String> leftBy(Member member, Runnable action) {
        int before = to(member).size();
        action.run();
        List<String> all = to(member);
        return all.subList(before, all.size());
    }
}
