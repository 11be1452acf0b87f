-- What has been published about the shared service's money, and assumptions, marked, where a share is not published.
select set_config('jointdesk.scope', '*', true);

insert into funding_partner (code, name, parent, member_from, source) values
    ('LBB', 'London Borough of Brent', null, '2016-04-01', 'Brent decision 3367: joint ICT with Lewisham from 1 April 2016'),
    ('LBL', 'London Borough of Lewisham', null, '2016-04-01', 'Brent decision 3367: joint ICT with Lewisham from 1 April 2016'),
    ('LBS', 'London Borough of Southwark', null, '2017-11-01', 'Southwark Cabinet, 20 June 2017: service start 1 November 2017'),
    ('LH', 'Lewisham Homes', 'LBL', '2016-04-01', 'Joint Committee minutes 2021, update report section 4: its share is added to Lewisham''s'),
    ('LGA', 'Local Government Association', null, '2016-04-01', 'UKAuthority, 2016: separate paying customer of Brent');

insert into financial_year (code, starts_on, ends_on)
select year || '-' || right((year + 1)::text, 2), make_date(year, 4, 1), make_date(year + 1, 3, 31)
  from unnest(array [2016, 2017, 2018, 2020, 2021]) as year;

insert into apportionment_scheme (code, title) values
    ('STS-BASE', 'Base budget of the shared service'),
    ('STS-COVID', 'Covid-19 expenditure');

insert into scheme_version (scheme, number, valid_from, method, source, assumption, recorded_by) values
    ('STS-BASE', 1, '2016-04-01', 'FIXED_PERCENT', 'UKAuthority, 2016: first budget 3.4m, each council pays half', false, 'seed'),
    ('STS-BASE', 2, '2017-11-01', 'EQUAL', 'Lewisham Mayor and Cabinet, 8 February 2017: three boroughs on an equal footing; shares not published', true, 'seed'),
    ('STS-BASE', 3, '2018-04-01', 'DRIVER', 'Users; the three-way shares are not published', true, 'seed'),
    ('STS-COVID', 1, '2020-03-01', 'DRIVER', 'Users; Covid-19 spend by borough is not published', true, 'seed');

insert into scheme_weight (scheme, number, partner, value) values
    ('STS-BASE', 1, 'LBB', 50), ('STS-BASE', 1, 'LBL', 50),
    ('STS-BASE', 2, 'LBB', 1), ('STS-BASE', 2, 'LBL', 1), ('STS-BASE', 2, 'LBS', 1),
    ('STS-BASE', 3, 'LBB', 3120), ('STS-BASE', 3, 'LBL', 2480), ('STS-BASE', 3, 'LH', 500), ('STS-BASE', 3, 'LBS', 4275),
    ('STS-COVID', 1, 'LBB', 3120), ('STS-COVID', 1, 'LBL', 2480), ('STS-COVID', 1, 'LH', 500), ('STS-COVID', 1, 'LBS', 4275);

insert into budget (financial_year, title, source, assumption) values
    ('2016-17', 'Shared ICT service, first year', 'UKAuthority, 2016: 3.4m', false),
    ('2017-18', 'Shared ICT service, Southwark joins', 'Amount not published; that of 2016-17 is used', true),
    ('2018-19', 'Shared ICT service', 'Amount not published; that of 2020-21 is used', true),
    ('2020-21', 'Shared Technology Services', 'Joint Committee minutes 2021, update report section 4: 14.6m', false),
    ('2021-22', 'Shared Technology Services', 'Amount not published; that of 2020-21 is used', true);

insert into budget_line (financial_year, code, title, kind, amount_pence, scheme, source, assumption) values
    ('2016-17', 'BASE', 'Base service', 'BASE', 340000000, 'STS-BASE', 'UKAuthority, 2016: 3.4m', false),
    ('2017-18', 'BASE', 'Base service', 'BASE', 340000000, 'STS-BASE', 'ASSUMPTION: as 2016-17', true),
    ('2018-19', 'BASE', 'Base service', 'BASE', 1460000000, 'STS-BASE', 'ASSUMPTION: as 2020-21', true),
    ('2020-21', 'BASE', 'Base service', 'BASE', 1460000000, 'STS-BASE', 'Joint Committee minutes 2021, update report section 4: 14.6m', false),
    ('2020-21', 'COVID', 'Covid-19', 'COVID', 0, 'STS-COVID', 'Joint Committee minutes 2021, update report section 4: tracked apart from the base budget', false),
    ('2021-22', 'BASE', 'Base service', 'BASE', 1460000000, 'STS-BASE', 'ASSUMPTION: as 2020-21', true),
    ('2021-22', 'COVID', 'Covid-19', 'COVID', 0, 'STS-COVID', 'Joint Committee minutes 2021, update report section 4: tracked apart from the base budget', false);

insert into forecast (financial_year, line, amount_pence, based_from, based_to, cause, source) values
    ('2021-22', 'BASE', 1464500000, 1, 2, 'Agency staff until permanent posts are filled',
     'Joint Committee minutes 2021, update report section 4: 45k over, read from P1 and P2 only');

-- Months within a year are not published; each sum is posted once, in the last period the source speaks of.
insert into journal (id, posted_on, financial_year, period, description, line_count, recorded_by) values
    ('00000000-0000-4000-8000-000000000001', '2021-03-31', '2020-21', 12, 'Outturn 2020-21, 1.5k under budget', 2, 'seed'),
    ('00000000-0000-4000-8000-000000000002', '2021-03-31', '2020-21', 12, 'Covid-19 expenditure to the end of 2020-21', 2, 'seed'),
    ('00000000-0000-4000-8000-000000000003', '2021-05-31', '2021-22', 2, 'Covid-19 expenditure of 2021-22 to date: 975.5k less 954.8k', 2, 'seed');

insert into posting (journal, line, account, financial_year, budget_line, amount_pence) values
    ('00000000-0000-4000-8000-000000000001', 1, 'EXPENDITURE', '2020-21', 'BASE', 1459850000),
    ('00000000-0000-4000-8000-000000000001', 2, 'CREDITORS', '2020-21', null, -1459850000),
    ('00000000-0000-4000-8000-000000000002', 1, 'EXPENDITURE', '2020-21', 'COVID', 95480000),
    ('00000000-0000-4000-8000-000000000002', 2, 'CREDITORS', '2020-21', null, -95480000),
    ('00000000-0000-4000-8000-000000000003', 1, 'EXPENDITURE', '2021-22', 'COVID', 2070000),
    ('00000000-0000-4000-8000-000000000003', 2, 'CREDITORS', '2021-22', null, -2070000);
