-- Which letters there are is said in one place, the code that writes them.
alter table notification drop constraint notification_template_check;
alter table notification add constraint notification_template_check check (template ~ '^[a-z_]+$');
