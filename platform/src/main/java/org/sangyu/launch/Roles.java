package org.sangyu.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The two roles and the database, made by the superuser and checked at every start. */
final class Roles {

    static final String DATABASE = "sangyu";
    static final String OWNER = "sangyu_owner";
    static final String APP = "sangyu_app";

    private Roles() {}

    /** Makes what is missing. */
    static void ensure(EmbeddedDatabase.Superuser superuser, DatabaseAccess access) throws CannotStart {
        try (Connection connection = DriverManager.getConnection(
                        superuser.url(),
                        superuser.login().user(),
                        superuser.login().password());
                Statement statement = connection.createStatement()) {
            ensureRole(connection, statement, access.owner());
            ensureRole(connection, statement, access.app());
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
        } catch (SQLException e) {
            throw new CannotStart("内置数据库拒绝连接：" + e.getMessage(), "The embedded database refuses: " + e.getMessage(), e);
        }
    }

    private static void ensureRole(Connection connection, Statement statement, DatabaseAccess.Login login)
            throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", login.user())) {
            statement.execute("create role " + login.user()
                    + " login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password '"
                    + login.password() + "'");
        }
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, name);
            try (ResultSet answer = query.executeQuery()) {
                return answer.next();
            }
        }
    }
}
