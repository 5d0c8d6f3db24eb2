package kontor.access;

import java.util.Set;

/**
 * Who sends a request.
 *
 * @param subject opaque: {@code guest:…}, {@code customer:…}, {@code user:…} or {@code key:…}
 */
public record Caller(String subject, Set<Role> roles) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
