-- The three roles beside the owner (who migrates). scripts/migrate.ts runs this before the migrations and sets the
-- passwords; an operator who makes logins of their own grants these roles to them instead.
do $$
begin
  if not exists (select from pg_roles where rolname = 'minasidor_app') then
    create role minasidor_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'minasidor_worker') then
    create role minasidor_worker nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'minasidor_readonly') then
    create role minasidor_readonly nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  -- The owner must be able to hand the job function over to the worker's role.
  if not pg_has_role(current_user, 'minasidor_worker', 'set') then
    execute format('grant minasidor_worker to %I', current_user);
  end if;
  -- PostgreSQL lets everybody into every database, and make temporary tables there, unless it is told not to.
  execute format('revoke connect, temporary on database %I from public', current_database());
  execute format(
    'grant connect on database %I to minasidor_app, minasidor_worker, minasidor_readonly', current_database());
  -- graphile-worker keeps its tables in a schema of its own, made by the worker's role.
  execute format('grant create on database %I to minasidor_worker', current_database());
end
$$;
